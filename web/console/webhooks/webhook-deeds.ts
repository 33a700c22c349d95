import type { Answer } from 'shiming-client'
import type { Language } from '../../../shared/kernel/language.ts'
import type { Deed } from '../deed/deed.ts'
import { service } from '../service.ts'
import { wordIn } from '../words/word.ts'
import { webhookDeedTexts } from './deed-texts.ts'
import { eventWords } from './event-words.ts'
import { webhookTexts } from './texts.ts'

export type Endpoint = Answer<'GET /v1/operator/webhook-endpoints'>['endpoints'][number]
export type Delivery = Answer<'GET /v1/operator/webhook-endpoints/{id}/deliveries'>['deliveries'][number]

const enableDeed = ({ id, url, disabledBecause }: Endpoint, language: Language): Deed<Endpoint> => {
  const texts = webhookDeedTexts[language]
  const before = { gone: texts.wasGone, failing: texts.wasFailing, platform: texts.wasPlatform, operator: undefined }
  const caution = disabledBecause === null ? undefined : before[disabledBecause]
  return {
    name: texts.enable,
    kind: 'main',
    consequence: [texts.enableMore(url), ...(caution === undefined ? [] : [caution]), texts.enableMissed],
    confirm: texts.enableConfirm,
    reasons: [texts.mended, texts.agreed],
    send: ({ reason }) => service().operator.webhooks.enable(id, { reason }),
    done: () => texts.enabled,
  }
}

const disableDeed = ({ id, url }: Endpoint, language: Language): Deed<Endpoint> => {
  const texts = webhookDeedTexts[language]
  return {
    name: texts.disable,
    kind: 'danger',
    consequence: [texts.disableMore(url), texts.disableOwed, texts.disableTold],
    confirm: texts.disableConfirm,
    reasons: [texts.overloaded, texts.suspected],
    send: ({ reason }) => service().operator.webhooks.disable(id, { reason }),
    done: () => texts.disabled,
  }
}

/** Enabling an endpoint that is disabled, or disabling one that is not. */
export const switchDeed = (of: Endpoint, language: Language): Deed<Endpoint> =>
  of.status === 'enabled' ? disableDeed(of, language) : enableDeed(of, language)

/** Delivering one event to its endpoint again. */
export const redeliverDeed = (
  { id: endpointId, url }: Endpoint,
  { id, type, status, sequence }: Delivery,
  language: Language,
): Deed<Delivery> => {
  const texts = webhookDeedTexts[language]
  const after = { taken: texts.afterTaken, failed: texts.afterFailed, pending: texts.afterPending }
  return {
    name: texts.redeliver(wordIn(eventWords, type, language), webhookTexts[language].sequence(sequence)),
    thing: id,
    kind: 'main',
    consequence: [texts.redeliverMore(url), after[status], texts.redeliverAlone],
    confirm: texts.redeliverConfirm,
    reasons: [texts.mended, texts.asked],
    send: ({ reason }) => service().operator.webhooks.redeliver(endpointId, id, { reason }),
    done: () => texts.redelivered,
  }
}
