import type { Staff } from './staff'
import type { Story } from './story'

export type Rounds = { projectId: string; first: string; second: string; third: string }

/**
 * The project and its three employer rounds: one closed, one whose fruits are being picked, and beside it one of
 * other trades that is being called.
 */
export function addRounds(story: Story, staff: Staff): Rounds {
  const projectId = story.id(story.at(-740, '09:00'))
  story.rows.add('project', {
    id: projectId,
    code: 'DEMO-1',
    name: 'Koodipolku – digitaidoista työhön',
    funder: 'Euroopan sosiaalirahasto plus (ESR+), esimerkkihanke',
    starts_on: story.day(-740),
    ends_on: story.day(120),
    created_at: story.at(-740, '09:00'),
  })
  const round = (
    name: string,
    goal: string,
    { from, to, closed }: { from: number; to: number; closed: boolean },
  ) => {
    const madeAt = story.at(from, '09:30')
    const id = story.id(madeAt)
    story.rows.add('employer_round', {
      id,
      project_id: projectId,
      name,
      goal,
      starts_on: story.day(from),
      ends_on: story.day(to),
      created_at: madeAt,
      closed_at: closed ? story.at(to, '15:00') : null,
    })
    story.tell(madeAt, staff.liaison, 'round_added', ['employer_round', id], { roundId: id })
    return id
  }
  return {
    projectId,
    first: round(
      'Kierros 1: tutut yritykset',
      'Löytää hankkeista tutuista ICT-yrityksistä paikat ensimmäisille ryhmille.',
      { from: -430, to: -240, closed: true },
    ),
    second: round(
      'Kierros 2: kasvavat ohjelmistoyritykset',
      'Auttaa kasvavia ohjelmisto- ja ICT-tukiyrityksiä rekrytoimaan ja tuoda osaajat niiden näkyville.',
      { from: -210, to: 60, closed: false },
    ),
    third: round(
      'Lähiseudun työnantajat',
      'Kysyä hoivan, keittiöiden, logistiikan, rakentamisen ja metallin työnantajilta, mitä osaamista puuttuu.',
      { from: -220, to: 100, closed: false },
    ),
  }
}
