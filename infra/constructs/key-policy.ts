import { Stack } from 'aws-cdk-lib'
import { AccountRootPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'
import type { KeyUse } from '../purpose.ts'
import type { Site } from '../site.ts'

/** What each use of a key is to KMS, and under which conditions alone it is a use of ours. */
type Use = { action: string; conditions: Record<string, Record<string, unknown>> }

/** A data key is only made or opened for a named account and verification, so that no call can leave out what it is for. */
const bound = {
  Null: { 'kms:EncryptionContext:account': 'false', 'kms:EncryptionContext:verification': 'false' },
  'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['account', 'verification'] },
}

const macs: Use = { action: 'kms:GenerateMac', conditions: { StringEquals: { 'kms:MacAlgorithm': 'HMAC_SHA_256' } } }

export const keyUses: Record<KeyUse, Use> = {
  seal: { action: 'kms:GenerateDataKey', conditions: bound },
  open: { action: 'kms:Decrypt', conditions: bound },
  mac: macs,
  index: macs,
  sign: { action: 'kms:Sign', conditions: { StringEquals: { 'kms:SigningAlgorithm': 'ECDSA_SHA_256' } } },
}

/**
 * What an account's administrators may do with a key: everything but use it, or let others use it without writing so into its
 * policy, where it can be seen.
 */
const administering = [
  ...['Describe*', 'Get*', 'List*', 'Enable*', 'Disable*', 'Put*', 'Update*', 'Revoke*', 'CreateAlias', 'DeleteAlias'],
  ...['TagResource', 'UntagResource', 'RotateKeyOnDemand', 'ScheduleKeyDeletion', 'CancelKeyDeletion'],
].map((action) => `kms:${action}`)

/** The path of a function's role. A key knows its users by it before they exist, and it can be in no other role's ARN. */
export const rolePath = (functionName: string): string => `/${functionName}/`

const usersOf = (use: KeyUse, { plan }: Site): string[] =>
  plan.capabilities.flatMap(({ functions }) =>
    functions.filter(({ purpose }) => purpose.keys?.includes(use)).map(({ name }) => name),
  )

/**
 * Who may do what with a key: by name the functions that use it in each of these ways, and the account's administrators whatever
 * else. Without such a policy every role of the account could be given the use of it.
 */
export const keyPolicy = (scope: Construct, site: Site, uses: readonly KeyUse[]): PolicyDocument => {
  const account = new AccountRootPrincipal()
  const roleOf = (name: string): string =>
    Stack.of(scope).formatArn({ service: 'iam', region: '', resource: `role${rolePath(site.name(name))}*` })
  const using = uses.map((use) => {
    const { action, conditions } = keyUses[use]
    const users = { ArnLike: { 'aws:PrincipalArn': usersOf(use, site).map(roleOf) } }
    return new PolicyStatement({
      sid: use,
      effect: Effect.ALLOW,
      principals: [account],
      actions: [action],
      resources: ['*'],
      conditions: { ...conditions, ...users },
    })
  })
  const administration = new PolicyStatement({
    sid: 'administer',
    effect: Effect.ALLOW,
    principals: [account],
    actions: administering,
    resources: ['*'],
  })
  return new PolicyDocument({ statements: [administration, ...using] })
}
