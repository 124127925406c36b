import type { Scene } from './scene'

type Note = [person: string, on: number, channel: 'meeting' | 'phone' | 'email' | 'online', body: string]

const notes: readonly Note[] = [
  [
    'Chidi Okonjo',
    -41,
    'meeting',
    'Sovittiin, että nimi annetaan vasta tapaamisen jälkeen. Suomen kurssi alkaa tammikuussa.',
  ],
  ['Mikael Havukainen', -33, 'phone', 'Tehtävät suppeita. Soitan ohjaajalle ja ehdotan viikkopalaveria.'],
  ['Linnéa Skogberg', -28, 'phone', 'Starten sköts upp. Linnéa väntar gärna på samma företag.'],
  ['Minh Anh Tran', -15, 'online', 'Käytiin läpi, miten kertoa omasta projektista kolmessa minuutissa.'],
  ['Sanna Peltovuori', -5, 'phone', 'Sovittiin, mitä esittelyssä kerrotaan.'],
  ['Sanna Peltovuori', -2, 'meeting', 'Katsottiin esittely yhdessä läpi.'],
  ['Hanna Mustalampi', -5, 'phone', 'Haastattelukutsu tuli. Sovittiin harjoituksesta.'],
  ['Hanna Mustalampi', -2, 'online', 'Käytiin läpi haastattelun kysymyksiä.'],
  ['Inkeri Tolvasniemi', -9, 'meeting', 'Valmis aloittamaan heti. Toivoo pientä tiimiä.'],
]

/** What the coaches have written down for themselves. */
export function addCoachNotes({ story, candidates }: Scene): void {
  for (const [name, on, channel, body] of notes) {
    const person = candidates.find(name)
    const at = story.at(on, '15:20')
    story.rows.add('candidate_note', {
      id: story.id(at),
      candidate_id: person.id,
      channel,
      happened_on: story.day(on),
      minutes: channel === 'phone' ? 15 : 45,
      body,
      created_by: person.coachId,
      created_at: at,
    })
    story.tell(at, person.coachId, 'candidate_note_added', ['candidate', person.id], {
      candidateId: person.id,
    })
  }
}
