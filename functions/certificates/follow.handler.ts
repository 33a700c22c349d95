import { worker } from '../../shared/queue/worker.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { notices } from '../messaging/sending/notice-store.ts'
import { messagingSettings } from '../messaging/settings.ts'
import { addressChannel } from '../outgoing/address-channel.ts'
import { outgoingSettings } from '../outgoing/settings.ts'
import type { Certificate } from './certificate/certificate.ts'
import { pageCase } from './desk/plan-case-of-page.ts'
import { followCertificate } from './following/follow-certificate.ts'
import { watchPage } from './looking/watch-page.ts'
import { certificateSettings } from './settings.ts'

const settings = deployed(messagingSettings, certificateSettings, outgoingSettings)
const told = notices(ids, settings.keeping)
const followed = { table: announcingTable('TABLE'), clock, told, publicUrl: env('PUBLIC_URL') }
const watched = { ...followed, ids, outgoing: addressChannel(settings.deliveries), planCase: pageCase(settings) }
const deps = { ...followed, watch: (of: Certificate) => watchPage(watched, of) }

export const handler = worker(observer, 'certificate', (job) => followCertificate(deps, job.id))
