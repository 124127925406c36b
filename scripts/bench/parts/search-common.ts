import { pagePart } from '../page-part'

/** In the name of every fifteenth company. */
export const searchCommon = pagePart('search-common', '/companies?q=ohjelmisto')
