import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { atFirstUse } from '../../shared/kernel/at-first-use.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { clock, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { materialVault } from '../../shared/runtime/material-vault.ts'
import { filesNamed } from '../../shared/runtime/objects.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { bySession } from '../account/sessions/session-guards.ts'
import { noticeKeeper } from '../consent/keep-notice.ts'
import { consentSettings } from '../consent/settings.ts'
import { type AgreedTo, openHanding } from '../documents/reading/open-handing.ts'
import { frontSettings } from '../front/settings.ts'
import type { Material } from '../material/material.ts'
import { openBytes } from '../material/reading/open-bytes.ts'
import { serve } from '../serve.ts'
import { licenceReader } from '../vendors/licence-readers.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { pictureHandedOn } from './company/licence-reader.ts'
import { showLicence } from './licence/licence-view.ts'
import { readLicenceRoute } from './licence.route.ts'
import { certificationSettings } from './settings.ts'

const settings = deployed(frontSettings, consentSettings, vendorSettings, certificationSettings)
const table = tableNamed('TABLE')

/** Long texts: loaded by the first who has a licence read, not by the cold start. */
const keeper = atFirstUse(async () => {
  const { companyNoticeInForce } = await import('../consent/company-notice.ts')
  return noticeKeeper({ table }, companyNoticeInForce(settings))
})
const notice = async () => (await keeper())()
const reader = licenceReader({
  ...{ reader: settings.company.licenceReader, secret: keptSecret, env: optionalEnv, limits: settings.vendor, clock },
})
const handing = { table, ids, clock, recogniser: reader ? { recipient: reader.vendor } : {} }
const files = { files: filesNamed('BUCKET_MATERIALS'), pictures: materialVault }
const deps = {
  ...{ table, ids, clock, settings, notice, alarm: observer.alarm, reader },
  openPicture: (of: Material) => openBytes(files, of),
  openHanding: (of: Material, agreed: AgreedTo) =>
    openHanding(handing, of, agreed, { purpose: 'company_check', items: pictureHandedOn }),
}

const on = answering(bySession(deps))

export const handler = serve(
  on(readLicenceRoute, async ({ body, headers }, { accountId }) => {
    const language = languageWanted(headers['accept-language'])
    const { readLicence } = await import('./licence/read-licence.ts')
    const { typed, ...asked } = body
    return answered(200, await readLicence(deps, accountId, { ...asked, language }), (seen) => showLicence(seen, typed))
  }),
)
