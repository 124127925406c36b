import { sql } from 'kysely'
import postgres from 'postgres'
import { claimNextCall } from '~/campaigns/call-queue.server'
import { nextTask } from '~/campaigns/queue-steps.server'
import { db } from '~/platform/db.server'
import { optionsFromUrl } from '~/platform/postgres-client.server'
import type { Part } from '../measure'

/** Callers who ask for their next company at the same time, over as many connections on either side. */
const CALLERS = 100
const CONNECTIONS = 20

/** A hundred callers who do nothing but ask, as fast as they are answered. */
export const claimWithoutRest: Part = { ...claimPart('claim-flood'), blocks: 6, perBlock: 10 }

/** A hundred callers of whom each asks every two seconds, many times as often as anybody can call. */
export const claim: Part = { ...claimPart('claim'), blocks: 4, perBlock: 6, rest: 2000 }

/** The next company for a caller: the whole claim, against the one statement at its heart. */
function claimPart(name: string): Part {
  return {
    name,
    together: CALLERS,
    async prepare({ databaseUrl }) {
      const campaign = await db
        .selectFrom('campaign')
        .select(['id', 'lease_minutes as leaseMinutes'])
        .where('status', '=', 'running')
        .executeTakeFirstOrThrow()
      const callers = await db
        .selectFrom('campaign_caller')
        .select('user_id as userId')
        .where('campaign_id', '=', campaign.id)
        .orderBy('user_id')
        .limit(CALLERS)
        .execute()
      const bare = postgres({ ...optionsFromUrl(databaseUrl), max: CONNECTIONS, onnotice: () => {} })
      const taken: (string | undefined)[] = []
      const callerAt = (worker: number) => callers[worker % callers.length] ?? { userId: '' }
      return {
        ours: async (worker) => {
          const claimed = await db
            .transaction()
            .execute((trx) => claimNextCall(trx, callerAt(worker), campaign))
          if (claimed.kind === 'nothing') throw new Error('there was nothing to call')
          taken[worker] = claimed.callId
        },
        bare: async (worker) => {
          const { userId } = callerAt(worker)
          const task = nextTask({ userId }, { ...campaign, retryFirst: false, quietSince: null })
          const statement = sql`
          with next as (${task})
          insert into call (task_id, campaign_id, company_id, caller_id, lease_until, step)
          select id, ${campaign.id}::uuid, company_id, ${userId}::uuid, now() + interval '30 minutes', step from next
          on conflict do nothing returning id
        `.compile(db)
          const rows = await bare.unsafe(statement.sql, [...statement.parameters] as string[], {
            prepare: true,
          })
          taken[worker] = rows[0]?.id
        },
        after: async (worker) => {
          const id = taken[worker]
          if (id) await db.deleteFrom('call').where('id', '=', id).execute()
        },
        close: () => bare.end(),
      }
    },
  }
}
