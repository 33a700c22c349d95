import { mine } from '../../../shared/service.ts'
import { isOfPapers } from '../../cases/case.ts'

/** More than one of papers is never open, and few others are. */
const MOST = 20

/** Whether a case is about papers and not over. */
export const isOpenPapers = ({ kind, status }: { kind: string; status: string }): boolean =>
  isOfPapers({ kind }) && (status === 'open' || status === 'waiting')

/** The case by which a person looks at papers of the account; undefined where there is none, or it cannot be found out. */
export const findOpenCase = async (signal?: AbortSignal): Promise<string | undefined> => {
  try {
    const page = await mine()
      .reviews.list({ limit: MOST, ...(signal && { signal }) })
      .page()
    return page.items.find(isOpenPapers)?.id
  } catch {
    // Whoever hands in a second one is told by the service.
    return undefined
  }
}

/** The address of its page. */
export const caseAddress = (id: string): string => `/cases/${encodeURIComponent(id)}`
