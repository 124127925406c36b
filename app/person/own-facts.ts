import type { OwnDetails } from './own-data.server'

type Source = { fact: string; source: 'coach' | 'cv' | 'person'; writtenAt: Date; writerName: string | null }

/** A fact of the person with where it came from; `first` is the record that was made when the person came. */
export type OwnFact = {
  fact: string
  value: string | boolean | readonly string[] | null
  source: Source['source'] | 'first'
  writtenAt: Date
  writerName: string | null
}

/** Every fact that the house keeps of a person, empty ones left out, each with its source. */
export function ownFacts(details: OwnDetails, sources: readonly Source[]): OwnFact[] {
  const bySource = new Map(sources.map((source) => [source.fact, source]))
  const values: [fact: string, value: OwnFact['value']][] = [
    ['name', details.name],
    ['number', details.number],
    ['email', details.email],
    ['phone', details.phone],
    ['street', details.street],
    ['municipality', details.municipality],
    ['language', details.language],
    ['non_disclosure', details.nonDisclosure],
    ['goal', details.goal],
    ['headline', details.headline],
    ['about', details.about],
    ['forms', details.forms],
    ['works_in', details.worksIn],
    ['remote', details.remote],
    ['available_from', details.availableFrom],
    ['referred_by', details.referredBy],
    ['referred_on', details.referredOn],
    ['eura_started_on', details.euraStartedOn],
    ['eura_ended_on', details.euraEndedOn],
    ...details.languages.map(({ language, level }): [string, string] => [`language:${language}`, level]),
  ]
  return values
    .filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
    .map(([fact, value]) => {
      const source = bySource.get(fact)
      return source
        ? { ...source, value }
        : { fact, value, source: 'first', writtenAt: details.createdAt, writerName: details.writerName }
    })
}
