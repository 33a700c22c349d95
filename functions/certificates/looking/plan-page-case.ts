import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Write } from '../../../shared/table/write.ts'
import type { Certificate } from '../certificate/certificate.ts'

/** W7 opens a case about a page that does not show its certificate: the port of whoever has people decide it. `caseId`: the name of the case. */
export type PlanPageCase = (deps: { ids: Ids; now: Millis }, of: Certificate) => { caseId: string; writes: Write[] }
