import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { serve } from '../serve.ts'
import { byPlatformKey } from './api-keys/platform-guards.ts'
import { platformKeysIn } from './api-keys/platform-secret.ts'
import { userBanView } from './bans/ban-view.ts'
import { banUser, unbanUser } from './bans/decide-user-ban.ts'
import { banRoute, unbanUserRoute } from './user-ban.route.ts'

const deps = { table: announcingTable('TABLE'), clock, ids }
const platformKeys = keptSecret('SECRET_PLATFORM', platformKeysIn)

const on = answering(byPlatformKey(platformKeys))

export const handler = serve(
  on(banRoute, async ({ body, headers }, platform) =>
    answered(200, await banUser(deps, platform, body), userBanView(languageWanted(headers['accept-language']))),
  ),
  on(unbanUserRoute, async ({ body, headers }, platform) =>
    answered(200, await unbanUser(deps, platform, body), userBanView(languageWanted(headers['accept-language']))),
  ),
)
