import { pagePart } from '../page-part'

export const filter = pagePart('filter', '/companies?municipality=Espoo&size=10-49')
