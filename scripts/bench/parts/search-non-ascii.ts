import { pagePart } from '../page-part'

export const searchNonAscii = pagePart('search-non-ascii', `/companies?q=${encodeURIComponent('sähkö')}`)
