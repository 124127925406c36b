import { pagePart } from '../page-part'

/** The running campaign as it stands: the page that its stream then keeps fresh. */
export const live = pagePart('live', async ({ ask }) => {
  const [campaign] = await ask<{ id: string }>("select id from campaign where status = 'running'")
  return `/campaigns/${campaign?.id}/live`
})
