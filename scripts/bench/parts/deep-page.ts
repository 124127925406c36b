import { pagePart } from '../page-part'

export const deepPage = pagePart('deep-page', '/companies?page=1000')
