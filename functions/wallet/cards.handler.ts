import { answering } from '../../shared/http/callers.ts'
import { keptByAnyone } from '../../shared/http/kept-by-anyone.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { ok, refused } from '../../shared/kernel/outcome.ts'
import { MINUTE } from '../../shared/kernel/time.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { platformKeysIn } from '../account/api-keys/platform-secret.ts'
import { byUser } from '../account/sessions/user-guards.ts'
import { cardNoticeInForce } from '../consent/card-notice.ts'
import { showNotice } from '../consent/notice-view.ts'
import { consentSettings } from '../consent/settings.ts'
import { frontSettings } from '../front/settings.ts'
import { serve } from '../serve.ts'
import { identityVendorsIn } from '../vendors/identity-vendors.ts'
import { platformCheckSettings } from '../verification/owed/settings.ts'
import { verificationSettings } from '../verification/settings.ts'
import { kindsTaken } from '../verification/vendors/choice.ts'
import { readCards } from './cards/read-cards.ts'
import { cardSettings } from './cards/settings.ts'
import { showCard } from './cards/view.ts'
import { cardTermsRoute, getCardRoute, listCardsRoute } from './cards.route.ts'

const settings = deployed(frontSettings, consentSettings, verificationSettings, platformCheckSettings, cardSettings)
const notice = cardNoticeInForce(settings)
const offered = kindsTaken(identityVendorsIn(settings), 'bank_card_four_element').length > 0
const { cards, platformChecks, platform } = settings
const deps = { table: tableNamed('TABLE'), clock }
const platformKeys = keptSecret('SECRET_PLATFORM', platformKeysIn)

const on = answering(byUser(deps, platformKeys))

const cardsOf = async (accountId: string | undefined) => (accountId === undefined ? [] : readCards(deps, accountId))

export const handler = serve(
  on(cardTermsRoute, async ({ headers }) => {
    const language = languageWanted(headers['accept-language'])
    const limits = { most: cards.most, checksPerDay: platformChecks.perDay }
    const body = { offered, ...limits, contact: platform.contact, consent: showNotice(notice, language) }
    return ok({ status: 200, body, headers: keptByAnyone(language, MINUTE) })
  }),
  on(listCardsRoute, async (_request, { accountId }) =>
    ok({ status: 200, body: { cards: (await cardsOf(accountId)).map(showCard) } }),
  ),
  on(getCardRoute, async ({ params: { id = '' } }, { accountId }) => {
    const card = (await cardsOf(accountId)).find((one) => one.id === id)
    return card ? ok({ status: 200, body: showCard(card) }) : refused('not_found')
  }),
)
