import { pagePart } from '../page-part'

export const companyPage = pagePart('company-page', async ({ ask }) => {
  const [company] = await ask<{ id: string }>('select id from company order by id limit 1 offset 500')
  return `/companies/${company?.id}`
})
