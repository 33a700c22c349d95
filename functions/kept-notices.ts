import { deployed } from '../shared/runtime/settings.ts'
import { tableNamed } from '../shared/runtime/table.ts'
import { cardNoticeInForce } from './consent/card-notice.ts'
import { documentNoticeInForce } from './consent/document-notice.ts'
import { noticeKeeper } from './consent/keep-notice.ts'
import { noticeInForce } from './consent/notice.ts'
import { consentSettings } from './consent/settings.ts'
import { documentSettings, readersOutside } from './documents/settings.ts'
import { frontSettings } from './front/settings.ts'
import { verificationSettings } from './verification/settings.ts'

// Long texts, and what they name: loaded by whoever first agrees to one in an instance, not by the cold start.
const settings = deployed(frontSettings, consentSettings, verificationSettings, documentSettings)
const table = tableNamed('TABLE')

/** What is agreed to by whoever submits their identity, kept by then. */
export const identityNotice = noticeKeeper({ table }, noticeInForce(settings))

/** The same of whoever has a bank card checked. */
export const cardNotice = noticeKeeper({ table }, cardNoticeInForce(settings))

/** The same of whoever has their identity card checked by its photos. */
export const documentNotice = noticeKeeper({ table }, documentNoticeInForce(settings, readersOutside(settings)))
