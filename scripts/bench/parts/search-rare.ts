import { pagePart } from '../page-part'

/** In the name of every thousandth company. */
export const searchRare = pagePart('search-rare', '/companies?q=kaivonpora')
