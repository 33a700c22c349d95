import * as z from 'zod/mini'
import type { Put } from '../../../../shared/table/write.ts'
import { changed, created, type Document, listDocuments, readDocument } from '../../documents.ts'
import { keys } from '../../keys.ts'
import type { Sandbox, WeChatPaySandbox } from '../../sandbox.ts'
import { type Complaint, complaintSchema } from './complaint.ts'

const DAYS_KEPT = 400

const life = (sandbox: Sandbox) => ({ now: sandbox.clock.now(), days: DAYS_KEPT })

export const readComplaint = (sandbox: Sandbox, complaintId: string): Promise<Document<Complaint> | undefined> =>
  readDocument(sandbox.table, keys.wechatComplaint(complaintId), complaintSchema)

/** Every complaint, oldest first. */
export const listComplaints = async (sandbox: Sandbox): Promise<Complaint[]> => {
  const found = await listDocuments(sandbox.table, keys.wechatComplaint('').pk, complaintSchema)
  return found.map(({ value }) => value).sort((one, other) => one.openedAt - other.openedAt)
}

export const complaintCreated = (sandbox: Sandbox, complaint: Complaint): Put =>
  created(keys.wechatComplaint(complaint.complaintId), complaint, life(sandbox))

export const complaintChanged = (sandbox: Sandbox, before: Document<Complaint>, after: Complaint): Put =>
  changed(before, after, life(sandbox))

/** `url` null: the merchant has taken the address back. */
const addressSchema = z.object({ url: z.nullable(z.string()) })

export const readAddress = (sandbox: WeChatPaySandbox) =>
  readDocument(sandbox.table, keys.wechatComplaintAddress(sandbox.wechatPay.mchid), addressSchema)

export const addressWritten = (
  sandbox: WeChatPaySandbox,
  before: Awaited<ReturnType<typeof readAddress>>,
  url: string | null,
): Put =>
  before
    ? changed(before, { url }, life(sandbox))
    : created(keys.wechatComplaintAddress(sandbox.wechatPay.mchid), { url }, life(sandbox))

/** Where complaints are notified: the address the merchant registered or, where nobody did, this deployment's own. */
export const complaintAddress = async (sandbox: WeChatPaySandbox): Promise<string> =>
  (await readAddress(sandbox))?.value.url ?? `${sandbox.publicUrl}/webhooks/wechat-pay`
