import { eventsAnnounced, together } from './item-use.ts'
import type { Purpose } from './purpose.ts'
import { caseFunctions } from './purposes/cases.ts'
import { certificateFunctions } from './purposes/certificates.ts'
import { certifyingFunctions } from './purposes/certifying.ts'
import { commonFunctions } from './purposes/common.ts'
import { moneyFunctions } from './purposes/money.ts'
import { peopleFunctions } from './purposes/people.ts'
import { provingFunctions } from './purposes/proving.ts'
import { sandboxFunctions } from './purposes/sandbox.ts'
import { verifyingFunctions } from './purposes/verifying.ts'
import { webhookFunctions } from './purposes/webhooks.ts'

const declared = {
  ...peopleFunctions,
  ...verifyingFunctions,
  ...provingFunctions,
  ...certifyingFunctions,
  ...certificateFunctions,
  ...caseFunctions,
  ...moneyFunctions,
  ...commonFunctions,
  ...webhookFunctions,
  ...sandboxFunctions,
}

type FunctionName = keyof typeof declared

/** What announcing events takes, besides all else that a function may touch. */
const whole = (purpose: Purpose): Purpose =>
  purpose.announces
    ? {
        ...purpose,
        items: together(purpose.items ?? {}, eventsAnnounced),
        sends: [...(purpose.sends ?? []), 'outboxes'],
      }
    : purpose

/** Every function there is, what it is for and all it may touch. */
export const functions = Object.fromEntries(
  Object.entries<Purpose>(declared).map(([name, purpose]) => [name, whole(purpose)]),
) as Readonly<Record<FunctionName, Purpose>>

const isFunctionName = (name: string): name is FunctionName => Object.hasOwn(functions, name)

/** The purpose of a function that a route, a queue or a schedule names. */
export const purposeOf = (name: string): Purpose => {
  if (!isFunctionName(name)) throw new Error(`infra/purposes does not say what ${name} is for and may touch`)
  return functions[name]
}

/** `payment-wechat-pay-notification` is capability `payment`, verb `wechat-pay-notification`. */
export const capabilityOf = (name: string): string => name.slice(0, name.indexOf('-'))

/** Where the handler of a function is, from the folder `functions`. */
export const handlerPath = (name: string): string => {
  const capability = capabilityOf(name)
  return `${capability}/${name.slice(capability.length + 1)}.handler.ts`
}
