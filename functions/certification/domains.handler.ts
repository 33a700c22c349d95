import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { bySession } from '../account/sessions/session-guards.ts'
import { addressChannel } from '../outgoing/address-channel.ts'
import { outgoingSettings } from '../outgoing/settings.ts'
import { serve } from '../serve.ts'
import { askDomain } from './domains/ask-domain.ts'
import { createDomain } from './domains/create-domain.ts'
import { deleteDomain } from './domains/delete-domain.ts'
import type { Domain } from './domains/domain.ts'
import { showDomain } from './domains/domain-view.ts'
import { listDomains } from './domains/find-domain.ts'
import { textRecords } from './domains/text-records-channel.ts'
import { createDomainRoute, deleteDomainRoute, listDomainsRoute, proveDomainRoute } from './domains.route.ts'
import { certificationSettings } from './settings.ts'

const settings = deployed(certificationSettings, outgoingSettings)
const records = textRecords({ timeoutMs: settings.deliveries.connectMs })
const deps = {
  ...{ table: tableNamed('TABLE'), clock, ids, settings, records },
  outgoing: addressChannel(settings.deliveries),
}

const shown = (domain: Domain) => showDomain(domain, settings.deliveries, clock.now())

const on = answering(bySession(deps))

export const handler = serve(
  on(createDomainRoute, async ({ body }, { accountId }) =>
    answered(201, await createDomain(deps, accountId, body.domain), shown),
  ),
  on(listDomainsRoute, async (_request, { accountId }) => {
    const { most, checksPerHour } = settings.domains
    const domains = await listDomains(deps, accountId)
    return answered(200, ok({ domains: domains.map(shown), most, checksPerHour }))
  }),
  on(proveDomainRoute, async ({ params: { domain = '' } }, { accountId }) =>
    answered(200, await askDomain(deps, accountId, domain), shown),
  ),
  on(deleteDomainRoute, async ({ params: { domain = '' } }, { accountId }) =>
    answered(204, await deleteDomain(deps, accountId, domain)),
  ),
)
