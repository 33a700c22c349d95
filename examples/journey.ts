import { createShiming } from 'shiming-client'
import { createSandbox } from 'shiming-client/sandbox'

const baseUrl = process.env.SHIMING_URL ?? 'http://127.0.0.1:4000'
const shiming = createShiming({ baseUrl })
const sandbox = createSandbox({ baseUrl })

// Somebody whose data match and who is not verified yet: each can be once.
const person = await sandbox.unusedPerson('match')
const { name, idNumber, phone } = person

const { smsCodeId } = await shiming.smsCodes.send(phone)
const code = await sandbox.codeFor(phone)
const user = shiming.withSession(await shiming.sessions.create({ phone, smsCodeId, code }))
console.log('before:', await user.gate.ask('send_message'))

await user.smsCodes.send(phone)
const smsCode = await sandbox.codeFor(phone)
const { consent: notice } = await shiming.offers.get()
const consent = { notice: notice.version, agreed: true } as const
const { id, order } = await user.verifications.submit({ name, idNumber, phone, smsCode, offer: 'fee', consent })
await sandbox.payer.pays(await user.orders.pay(order.id, { method: 'wechat_native' }))
const { status } = await user.verifications.waitForResult(id)
console.log('after:', status, await user.gate.ask('send_message'))
