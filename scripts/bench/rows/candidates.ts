import { loadVocabulary } from '~/skills/vocabulary.server'
import type { RowSource } from '../rows'

/** The skills of the vocabulary by trade, with their number in it: a person has most skills of one trade. */
function skillRows(): { rows: string; sizes: string; trades: number } {
  const trades = new Map<string, string[]>()
  for (const { id, group } of loadVocabulary().vocabulary.skills.values())
    trades.set(group, [...(trades.get(group) ?? []), id])
  const rows = [...trades.values()].flatMap((skills, trade) =>
    skills.map((id, nr) => `(${trade + 1}, ${nr + 1}, '${id}')`),
  )
  const sizes = [...trades.values()].map((skills) => skills.length)
  return { rows: rows.join(', '), sizes: `array[${sizes.join(', ')}]`, trades: trades.size }
}

const { rows: skills, sizes, trades } = skillRows()

/** Letters of the sentences of a CV, about as many as in a short one. */
const sentence = `'Vastasin asiakasprojekteista, tein laitossiivouksen suunnittelua ja pidin yllä raportteja numero '`

/** People with confirmed skills and a read CV each, needs of some companies, and what was presented. */
export const candidateRows: RowSource = {
  name: 'candidates',
  sql: ({ companies }) => `
    insert into candidate (id, number, name, municipality, headline, forms, works_in, remote, created_at)
    select bench.id_at(at, n, 40), 'K-' || (100000 + n), 'Henkilö ' || n, 'Tampere', 'Osaaja ' || n,
      array['hire'], array['Tampere'], bench.chance(n, 41, 2) = 0, at
    from generate_series(1, ${companies}) as n,
      lateral (select '2024-01-01'::timestamptz + n * interval '1 minute' as at) as made;

    insert into cv (candidate_id, file_id, version_number, status, format, made_current_at, read_at, words, reading)
    select candidate.id, candidate.id, 1, 'read', 'pdf', now(), now(),
      to_tsvector('simple', said.text || case when bench.chance(n, 42, 200) = 0 then ' muottisuunnittelua' else '' end),
      jsonb_build_object('work', '[]'::jsonb, 'education', '[]'::jsonb, 'sections', '[]'::jsonb, 'sentences', (
        select jsonb_agg(jsonb_build_object('text', said.text || line, 'section', 'work', 'personal', false,
          'start', line * 120, 'end', line * 120 + 110)) from generate_series(1, 12) as line))
    from candidate, lateral (select substr(number, 3)::bigint - 100000 as n) as numbered,
      lateral (select ${sentence} as text) as said;

    create table bench.skill (trade int, nr int, id text, primary key (trade, nr));
    insert into bench.skill values ${skills};
    insert into candidate_skill (candidate_id, skill_id, level, source, place, jobs, cv_id, evidence)
    select distinct on (candidate.id, skill.id) candidate.id, skill.id, nullif(bench.chance(n, k + 100, 4), 0), 'cv',
      (array['title', 'work', 'studies', 'list', 'list', 'work'])[1 + bench.chance(n, k + 200, 6)],
      bench.chance(n, k + 300, 4), cv.id, 'Tein tätä asiakkaille.'
    from candidate join cv on cv.candidate_id = candidate.id,
      lateral (select substr(number, 3)::bigint - 100000 as n) as numbered, generate_series(1, 12) as k,
      lateral (select 1 + bench.chance(n, case when k < 9 then 500 else k + 500 end, ${trades}) as trade) as chosen, bench.skill
    where skill.trade = chosen.trade and skill.nr = 1 + bench.chance(n, k + 400, (${sizes})[chosen.trade]);

    insert into presentation (candidate_id, company_id, contact_id, tier, consent_id, profile, profile_sha256, expires_on)
    select candidate.id, candidate.id, candidate.id, 'T1', candidate.id, '{}', '', '2026-01-01'
    from candidate, lateral (select substr(number, 3)::bigint - 100000 as n) as numbered
    where bench.chance(n, 43, 3) = 0;

    insert into need (id, company_id, title, municipality, created_at)
    select bench.id_at('2026-01-01'::timestamptz, 1, 44), id, 'Sovelluskehittäjä', 'Tampere', now()
    from company order by id limit 1;

    insert into need_skill (need_id, position, words, skill_id, must, level)
    select need.id, position, words, skill_id, must, level from need, (values
      (0, 'JavaScript', 'javascript', true, 2), (1, 'React', 'react', true, null), (2, 'SQL', 'sql', true, null),
      (3, 'Power BI', 'power-bi', false, null), (4, 'Excel', 'excel', false, null),
      (5, 'muottisuunnittelu', null, false, null)) as asked (position, words, skill_id, must, level);
  `,
}
