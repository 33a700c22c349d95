import { unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod/mini'
import { publicKeyPem } from '../infra/audit/hashing.ts'
import { publicKeyOf } from './kms/signing-key.ts'
import type { Parts } from './parts.ts'

const marshalled = z.array(z.record(z.string(), z.any()))

/** Everything that the audit consists of, for who verifies it: see infra/audit. */
export const readAudit = async ({ system, database, objects, keys }: Parts, now: number): Promise<object> => {
  const items = async (isTable: (name: string) => boolean) => {
    const tables = system.tables.filter(({ nameOnAws }) => isTable(nameOnAws))
    const scanned = await Promise.all(tables.map(({ nameOnAws }) => database.scan(nameOnAws)))
    return scanned.flatMap((all) => marshalled.parse(all).map((item) => unmarshall(item)))
  }
  const isAudit = (name: string): boolean => name.includes('AuditTable')
  const all = await items((name) => !isAudit(name))
  const roots = system.buckets.find(({ name }) => name.includes('auditroots'))
  const files = roots ? await objects.files(roots.nameOnAws) : {}
  const signing = keys.find(({ logicalId }) => logicalId.startsWith('AuditKey'))
  return {
    audit: await items(isAudit),
    heads: all.filter(({ pk }) => String(pk).startsWith('CHAIN#')),
    files: Object.entries(files).map(([name, bytes]) => ({ name, text: bytes.toString() })),
    publicKey: signing ? publicKeyPem(publicKeyOf(signing.material)) : '',
    now,
  }
}
