import * as z from 'zod/mini'
import type { WeChatPaySandbox } from '../../sandbox.ts'
import { notifyUrl, readBody } from '../bodies.ts'
import { done, type Reply, refuse } from '../reply.ts'
import { addressWritten, readAddress } from './store.ts'

const shown = (sandbox: WeChatPaySandbox, url: string) => done({ mchid: sandbox.wechatPay.mchid, url })

const write = async (sandbox: WeChatPaySandbox, url: string | null): Promise<void> => {
  const before = await readAddress(sandbox)
  await sandbox.table.commit([addressWritten(sandbox, before, url)])
}

/** POST and PUT /v3/merchant-service/complaint-notifications: the first names an address, the second another one. */
export const setAddress = async (sandbox: WeChatPaySandbox, rawBody: Buffer, isNew: boolean): Promise<Reply> => {
  const read = readBody(z.object({ url: notifyUrl(sandbox.publicUrl) }), rawBody)
  if (!read.ok) return refuse('param_error', read.detail)
  const known = (await readAddress(sandbox))?.value.url ?? null
  if (isNew && known !== null) return refuse('complaint_address_exists')
  if (!isNew && known === null) return refuse('complaint_address_none')
  await write(sandbox, read.value.url)
  return shown(sandbox, read.value.url)
}

/** GET …/complaint-notifications */
export const getAddress = async (sandbox: WeChatPaySandbox): Promise<Reply> => {
  const url = (await readAddress(sandbox))?.value.url ?? null
  return url === null ? refuse('complaint_address_none') : shown(sandbox, url)
}

/** DELETE …/complaint-notifications */
export const removeAddress = async (sandbox: WeChatPaySandbox): Promise<Reply> => {
  await write(sandbox, null)
  return done()
}
