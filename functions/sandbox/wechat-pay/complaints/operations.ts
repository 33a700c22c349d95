import type { Operation } from '../operation.ts'
import { getAddress, removeAddress, setAddress } from './address.ts'
import { complete, detail, history, list, refundProgress, respond } from './desk.ts'
import { readComplaint } from './store.ts'

const nobody: Operation['subject'] = async () => undefined

const orderComplainedOf: Operation['subject'] = async (sandbox, { number }) =>
  (await readComplaint(sandbox, number))?.value.outTradeNo

const reading = (path: RegExp, subject: Operation['subject'], run: Operation['run']): Operation => ({
  ...{ method: 'GET', target: 'wechat_pay_complaint' },
  ...{ path, subject, run },
})

const writing = (path: RegExp, run: Operation['run']): Operation => ({
  ...{ method: 'POST', target: 'wechat_pay_complaint_reply' },
  ...{ path, subject: orderComplainedOf, run },
})

const address = (method: Operation['method'], run: Operation['run']): Operation => ({
  ...{ method, path: /^merchant-service\/complaint-notifications$/ },
  ...{ target: 'wechat_pay_complaint', subject: nobody, run },
})

const ONE = String.raw`^merchant-service\/complaints-v2\/([^/]+)`

export const complaintOperations: readonly Operation[] = [
  reading(/^merchant-service\/complaints-v2$/, nobody, (sandbox, { query }) => list(sandbox, query)),
  reading(new RegExp(`${ONE}$`), orderComplainedOf, (sandbox, { number }) => detail(sandbox, number)),
  reading(new RegExp(`${ONE}/negotiation-historys$`), orderComplainedOf, (sandbox, { number, query }) =>
    history(sandbox, number, query),
  ),
  writing(new RegExp(`${ONE}/response$`), (sandbox, { number, rawBody }) => respond(sandbox, number, rawBody)),
  writing(new RegExp(`${ONE}/complete$`), (sandbox, { number, rawBody }) => complete(sandbox, number, rawBody)),
  writing(new RegExp(`${ONE}/update-refund-progress$`), (sandbox, { number, rawBody }) =>
    refundProgress(sandbox, number, rawBody),
  ),
  address('POST', (sandbox, { rawBody }) => setAddress(sandbox, rawBody, true)),
  address('PUT', (sandbox, { rawBody }) => setAddress(sandbox, rawBody, false)),
  address('GET', (sandbox) => getAddress(sandbox)),
  address('DELETE', (sandbox) => removeAddress(sandbox)),
]
