import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Announcement } from '../../../shared/outbox/announced.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import type { Application } from '../applications/application.ts'
import type { App, PastName } from '../apps/app.ts'

/** An app that is about to be certified: by which application, as what, and which names it had before. */
export type Certifying = { app: App; of: Application; name: string; names: readonly PastName[]; heldSince: Millis }

/**
 * What is written about the certificate in the commit that certifies, with its id and until when it counts (epoch ms). `events`: what is told of it before and
 * after that the app is certified, in the one write of its outbox.
 */
export type Certificated = {
  id: string
  until: Millis
  writes: Write[]
  events: { before: Announcement[]; after: Announcement[] }
}

type Deps = { table: Pick<Table, 'get' | 'getMany'>; ids: Ids; now: Millis }

/** W7 keeps certificates: the port of whoever does, so that each is issued, renewed and replaced in the very commit that certifies. */
export type PlanCertificate = (deps: Deps, certifying: Certifying) => Promise<Certificated>

/** W8 what is written of the certificate of an app in the commit in which another account takes it on. */
export type HandCertificate = (
  deps: { table: Pick<Table, 'getMany'>; now: Millis },
  app: Pick<App, 'certificate'>,
  to: string,
) => Promise<Write[]>
