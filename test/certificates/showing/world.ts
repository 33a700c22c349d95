import { generateKeyPairSync, sign } from 'node:crypto'
import type { Certificate } from '../../../functions/certificates/certificate/certificate.ts'
import { certificateIssued } from '../../../functions/certificates/certificate/certificate-store.ts'
import { askCertificate } from '../../../functions/certificates/showing/ask-certificate.ts'
import { gateKeys } from '../../../functions/gate/keys.ts'
import { put } from '../../../shared/table/write.ts'
import { NOON } from '../../kit.ts'
import { type World, world } from '../../world.ts'
import { sampleCertificate } from '../sample.ts'

/** The id of the sample, and the one that nobody has: well-formed both. */
export const { id: ID } = sampleCertificate()
export const NOBODYS = 'K7QX2M9TRB4WHEPN'

/** A certificate in memory, and how people ask about it. */
export const certificateWorld = async (of: Partial<Certificate> = {}, settings: Record<string, unknown> = {}) => {
  const at = world(settings)
  const certificate = sampleCertificate(of)
  await at.table.commit([certificateIssued(certificate, undefined)])
  const asks = (typed: string = ID, sourceIp = '192.0.2.1') => askCertificate(at, { typed, sourceIp })
  return { at, certificate, asks }
}

/** Whoever administers the app is nobody any more, since then. */
export const clearedAt = async (
  at: World,
  { accountId }: Pick<Certificate, 'accountId'>,
  when = NOON + 1,
): Promise<void> => {
  await at.table.commit([
    put(gateKeys.epoch(accountId), { epoch: 1 }),
    put(gateKeys.cleared(accountId), { at: when, from: 1 }),
  ])
}

/** A key that signs, as KMS does, and tells its public half; and how often each was asked. */
export const signingPair = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const calls = { sign: 0, read: 0 }
  return {
    calls,
    signer: {
      sign: async (text: string) => {
        calls.sign += 1
        return { signature: sign('sha256', Buffer.from(text), privateKey).toString('base64'), key: 'arn:key' }
      },
    },
    publicKey: {
      read: async () => {
        calls.read += 1
        return publicKey.export({ type: 'spki', format: 'der' })
      },
    },
  }
}
