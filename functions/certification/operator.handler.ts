import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { operatorKeysIn } from '../account/api-keys/platform-secret.ts'
import { byOperator } from '../operators/operator-guards.ts'
import { operatorSettings } from '../operators/settings.ts'
import { serve } from '../serve.ts'
import { papersSettings } from '../verification/papers/settings.ts'
import { picturesEver } from './applications/application.ts'
import { lookAtApplicationRoute, operatorApplicationRoute } from './operator.route.ts'
import { certificationSettings } from './settings.ts'

const settings = deployed(certificationSettings, operatorSettings, papersSettings)
const deps = { table: tableNamed('TABLE'), vault, clock, ids, settings }

const on = answering(byOperator(deps, keptSecret('SECRET_PLATFORM', operatorKeysIn)))

export const handler = serve(
  on(operatorApplicationRoute, async ({ params: { account: accountId = '', id = '' }, headers }) => {
    // Names are judged anew, by tables of words: a look at pictures needs none of it.
    const { readCertification } = await import('./reviewing/read-certification.ts')
    const { showCertification } = await import('./reviewing/certification-view.ts')
    const looking = { language: languageWanted(headers['accept-language']), now: clock.now() }
    return answered(200, await readCertification(deps, { accountId, id }), (read) =>
      showCertification(read, settings, looking),
    )
  }),
  on(lookAtApplicationRoute, async ({ params: { account: accountId = '', id = '' }, body }, by) => {
    const { openPeople } = await import('./reviewing/open-people.ts')
    return answered(200, await openPeople(deps, by, { accountId, id, ...body }), ({ of, people }) => ({
      ...{ id: of.id, ...people.reveal() },
      materials: picturesEver(of),
    }))
  }),
)
