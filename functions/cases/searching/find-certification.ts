import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Item } from '../../../shared/table/write.ts'
import { companyApplicantIn } from '../../certification/applicants/applicant-store.ts'
import { appOf } from '../../certification/apps/app-store.ts'
import { applicationLists, certificationKeys } from '../../certification/keys.ts'
import { reservationIn } from '../../certification/naming/name-store.ts'
import type { Hit } from './hit.ts'

type Deps = { table: Pick<Table, 'getMany' | 'list'>; clock: Clock }

/** As many accounts may apply for one company; whoever looks for more looks at the company first. */
const MOST_APPLICANTS = 50

/** Those who apply for the company with that credit code or name. One call. */
export const findApplicants = async ({ table }: Deps, value: string): Promise<Hit[]> => {
  const { items } = await table.list({ list: applicationLists.company(value), limit: MOST_APPLICANTS })
  return items
    .map(companyApplicantIn)
    .map(({ applicant, accountId }) => ({ kind: 'applicant', id: applicant, accountId }))
}

/** The app that has a name, or asks for it, or had it until lately; whose it is the app itself says. */
export const namedApp = ({ clock }: Deps, item: Item): Hit | undefined => {
  const held = reservationIn(item)
  return held && (held.until ?? Number.POSITIVE_INFINITY) > clock.now() ? { kind: 'app', id: held.app } : undefined
}

/** Apps with who administers them; one that was removed since, of which its name alone is left, is not found. One call where there are any. */
export const withAdministrators = async ({ table }: Deps, hits: readonly Hit[]): Promise<Hit[]> => {
  const unknown = hits.filter(({ kind, accountId }) => kind === 'app' && accountId === undefined)
  if (unknown.length === 0) return [...hits]
  const items = await table.getMany(unknown.map(({ id }) => certificationKeys.app(id)))
  const administrators = new Map(unknown.map(({ id }, at) => [id, items[at] && appOf(items[at]).administrator]))
  return hits.flatMap((hit) => {
    if (!unknown.includes(hit)) return [hit]
    const accountId = administrators.get(hit.id)
    return accountId === undefined ? [] : [{ ...hit, accountId }]
  })
}
