import type { Scene } from './scene'

/** Filters that the liaison keeps: two shared with the house, one of their own. */
export function addSegments({ story, staff }: Scene): void {
  const segments = [
    {
      name: 'Pienet kasvavat ohjelmistotalot',
      address: 'category=ict&size=under_50&growth=growing',
      shared: true,
    },
    {
      name: 'Pääkaupunkiseudun pienimmät, joilla on numero',
      address: 'municipality=Espoo&municipality=Helsinki&municipality=Vantaa&size=1-4&size=5-9&phone=yes',
      shared: true,
    },
    { name: 'Pilviosaajia etsivät, ei soitettu puoleen vuoteen', address: 'q=pilvi&quiet=6', shared: false },
  ]
  for (const { name, address, shared } of segments) {
    const madeAt = story.at(-40, '09:30')
    story.rows.add('segment', {
      id: story.id(madeAt),
      name,
      filter: { address },
      made_by: staff.liaison,
      made_at: madeAt,
      shared_at: shared ? madeAt : null,
    })
  }
}
