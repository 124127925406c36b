import { pagePart } from '../page-part'

export const list = pagePart('list', '/companies')
