import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { bankRefusals, bankStandings } from './bank/faults.ts'

const bank = { fn: 'sandbox-control', method: 'POST', caller: 'anyone', sandboxOnly: true } as const

/** Longer is none. */
const text = z.string().check(z.maxLength(400))

export const bankTransferRoute = route({
  ...bank,
  name: 'transferAtBank',
  path: '/sandbox/bank/transfers',
  summary: 'The bank of the sandbox: transfers a few fen to one of its test accounts. No bank speaks like this.',
  bodyLimit: 4096,
  body: z.strictObject({
    ...{ reference: text, companyName: text, accountNumber: text },
    bankCode: z.optional(text),
    fen: z.int().check(z.gte(1), z.lte(99)),
  }),
  answers: {
    200: z.strictObject({
      result: z.enum(['taken', 'in_doubt', ...bankRefusals]),
      reference: z.nullable(z.string()),
    }),
  },
})

export const bankLookRoute = route({
  ...bank,
  name: 'lookAtBankTransfer',
  path: '/sandbox/bank/transfers/looks',
  summary: 'How a transfer at the bank of the sandbox stands.',
  bodyLimit: 1024,
  body: z.strictObject({ reference: text }),
  answers: { 200: z.strictObject({ status: z.enum(bankStandings) }) },
})

export const bankRoutes = [bankTransferRoute, bankLookRoute] as const
