import * as z from 'zod/mini'
import { alibabaFaults } from './alibaba-cloud/faults.ts'
import { alipayFaults } from './alipay/faults.ts'
import { bankFaults } from './bank/faults.ts'
import { rowFaults } from './bill/faults.ts'
import { notificationFaults } from './delivery/faults.ts'
import { changed, created, listDocuments, readDocument, readDocuments, untilCommitted } from './documents.ts'
import { keys } from './keys.ts'
import type { Sandbox } from './sandbox.ts'
import { tencentFaults } from './tencent-cloud/faults.ts'
import { wechatFaults } from './wechat/faults.ts'
import { wechatPayFaults } from './wechat-pay/faults.ts'

/** Every fault there is: modes by target. */
export const faultModes = {
  ...wechatPayFaults,
  wechat_pay_bill_row: rowFaults,
  wechat_pay_notification: notificationFaults,
  ...alipayFaults,
  alipay_bill_row: rowFaults,
  alipay_notification: notificationFaults,
  ...tencentFaults,
  ...alibabaFaults,
  ...wechatFaults,
  ...bankFaults,
}

export type FaultTarget = keyof typeof faultModes

export const faultTargets = Object.keys(faultModes) as [FaultTarget, ...FaultTarget[]]

/** The subject of a fault that is meant for whichever call comes next. */
export const ANYTHING = '*'

const schema = z.object({ mode: z.string(), left: z.int() })
const DAYS_KEPT = 30

/**
 * Arms a fault for the next `times` calls; 0 disarms. A target has one fault per subject: an out_trade_no, for bills the day
 * (YYYYMMDD) or the number in a row, for a vendor of checks or texts a phone number, for the bank that of an account.
 */
export const armFault = (sandbox: Sandbox, target: FaultTarget, subject: string, mode: string, times: number) =>
  untilCommitted(async () => {
    const key = keys.fault(target, subject)
    const life = { now: sandbox.clock.now(), days: DAYS_KEPT }
    const before = await readDocument(sandbox.table, key, schema)
    const fault = { mode, left: times }
    const done = await sandbox.table.commit([before ? changed(before, fault, life) : created(key, fault, life)])
    return done.kind === 'committed' ? 'armed' : 'overtaken'
  })

/** Counts down the first of these subjects for which a fault is armed, and answers its mode. */
const takeFirst = (sandbox: Sandbox, target: FaultTarget, subjects: readonly string[]): Promise<string | undefined> =>
  untilCommitted(async () => {
    const wanted = subjects.map((subject) => keys.fault(target, subject))
    const before = (await readDocuments(sandbox.table, wanted, schema)).find(({ value }) => value.left > 0)
    if (!before) return undefined
    const life = { now: sandbox.clock.now(), days: DAYS_KEPT }
    const after = changed(before, { ...before.value, left: before.value.left - 1 }, life)
    const done = await sandbox.table.commit([after])
    return done.kind === 'committed' ? before.value.mode : 'overtaken'
  })

/** The mode of the fault armed for this call, counted down; the one for this very subject goes first. */
export const takeFault = (sandbox: Sandbox, target: FaultTarget, subject: string): Promise<string | undefined> =>
  takeFirst(sandbox, target, subject === ANYTHING ? [ANYTHING] : [subject, ANYTHING])

export type Taken = { subject: string; mode: string }

/** All faults armed for a target, whatever their subject, each counted down once. */
export const takeEvery = async (sandbox: Sandbox, target: FaultTarget): Promise<Taken[]> => {
  const armed = await listDocuments(sandbox.table, keys.fault(target, '').pk, schema)
  const taken: Taken[] = []
  for (const { key } of armed) {
    const mode = await takeFirst(sandbox, target, [key.sk])
    if (mode !== undefined) taken.push({ subject: key.sk, mode })
  }
  return taken
}
