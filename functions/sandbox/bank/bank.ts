import * as z from 'zod/mini'
import type { Answer } from '../../../shared/http/answer.ts'
import { brokenAnswer } from '../cloud.ts'
import { created, listDocuments } from '../documents.ts'
import { effectIn } from '../effect.ts'
import { ANYTHING, takeFault } from '../faults.ts'
import { keys } from '../keys.ts'
import { accountDeed } from '../register/accounts.ts'
import type { Pause, Sandbox } from '../sandbox.ts'
import { recordCall } from '../vendor-calls.ts'
import { type BankEffect, type BankRefusal, type BankStanding, type BankTarget, bankFaults } from './faults.ts'

export type BankSandbox = Sandbox & { pause: Pause }

const entry = z.object({ companyName: z.string(), fen: z.int(), at: z.number() })

/** A transfer as the statement of an account has it; `at` in epoch ms. */
export type BankEntry = z.infer<typeof entry>

const DAYS_KEPT = 30

/** How its numbers of transfers begin, which say how they end: the statement says no more than that something came. */
const ARRIVES = 'A'
const COMES_BACK = 'B'

/** What arrives where another amount does than was asked for: one that nobody is to transfer. */
const OTHER_FEN = 2

type Taken = { result: 'taken' | 'in_doubt' | BankRefusal; reference: string | null }

type Asked = { reference: string; companyName: string; accountNumber: string; fen: number }

/** Takes a transfer on, or not, by the number of the account. */
const taken = ({ reference, accountNumber }: Pick<Asked, 'reference' | 'accountNumber'>): Taken => {
  switch (accountDeed(accountNumber)) {
    case 'arrives':
      return { result: 'taken', reference: `${ARRIVES}${reference}` }
    case 'comes_back':
      return { result: 'taken', reference: `${COMES_BACK}${reference}` }
    case 'unknown':
      return { result: 'account_unknown', reference: null }
    case 'in_doubt':
      return { result: 'in_doubt', reference: null }
  }
}

/** How one stands that was taken on. */
const standing = ({ reference }: { reference: string }): BankStanding => {
  if (reference.startsWith(ARRIVES)) return 'arrived'
  return reference.startsWith(COMES_BACK) ? 'failed' : 'unknown'
}

const effectOf = async (sandbox: BankSandbox, target: BankTarget, subject: string): Promise<BankEffect | undefined> =>
  effectIn<BankEffect>(bankFaults[target], await takeFault(sandbox, target, subject))

/** Made and counted before it is answered: a transfer whose answer is lost was made all the same. */
const make = async (sandbox: BankSandbox, { accountNumber, companyName }: Asked, fen: number): Promise<void> => {
  const life = { now: sandbox.clock.now(), days: DAYS_KEPT }
  const came: BankEntry = { companyName, fen, at: sandbox.clock.now() }
  await sandbox.table.commit([created(keys.bankTransfer(accountNumber, sandbox.ids.id()), came, life)])
}

/** A transfer that is asked for. */
export const serveTransfer = async (sandbox: BankSandbox, asked: Asked): Promise<Answer> => {
  const effect = await effectOf(sandbox, 'sandbox_bank_transfer', asked.accountNumber)
  if (effect?.does === 'break' && !effect.execute) return brokenAnswer(sandbox, effect.how, '')
  const body: Taken = effect?.does === 'refuse_transfer' ? { result: effect.result, reference: null } : taken(asked)
  const isMade = body.result === 'taken' || body.result === 'in_doubt'
  if (isMade) await make(sandbox, asked, effect?.does === 'arrive_otherwise' ? OTHER_FEN : asked.fen)
  await recordCall(sandbox, { vendor: 'sandbox_bank', phone: '', result: body.result, billed: isMade ? 1 : 0 })
  return effect?.does === 'break' ? brokenAnswer(sandbox, effect.how, JSON.stringify(body)) : { status: 200, body }
}

/** How a transfer stands, asked by its number. */
export const serveLook = async (sandbox: BankSandbox, asked: { reference: string }): Promise<Answer> => {
  const effect = await effectOf(sandbox, 'sandbox_bank_look', ANYTHING)
  if (effect?.does === 'break' && !effect.execute) return brokenAnswer(sandbox, effect.how, '')
  const body = { status: effect?.does === 'stand' ? effect.status : standing(asked) }
  return effect?.does === 'break' ? brokenAnswer(sandbox, effect.how, JSON.stringify(body)) : { status: 200, body }
}

/** The statement of an account, newest first: what was transferred to it, whether or not its bank kept it. */
export const statementOf = async (sandbox: Pick<Sandbox, 'table'>, accountNumber: string): Promise<BankEntry[]> => {
  const found = await listDocuments(sandbox.table, keys.bankTransfer(accountNumber, '').pk, entry)
  return found.map(({ value }) => value).reverse()
}
