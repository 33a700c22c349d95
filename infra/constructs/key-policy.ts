import { Stack } from 'aws-cdk-lib'
import { AccountRootPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'
import type { KeyUse, Purpose } from '../purpose.ts'
import type { Site } from '../site.ts'

/** What each use of a key is to KMS, and under which conditions alone it is a use of ours. */
type Use = { action: string; conditions: Record<string, Record<string, unknown>> }

/** A data key is only made or opened for a named account and what of it, so that no call can leave out what it is for. */
const boundTo = (of: 'verification' | 'material') => ({
  Null: { 'kms:EncryptionContext:account': 'false', [`kms:EncryptionContext:${of}`]: 'false' },
  'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['account', of] },
})

const signs: Use = {
  action: 'kms:Sign',
  conditions: { StringEquals: { 'kms:SigningAlgorithm': 'ECDSA_SHA_256' } },
}

const macs: Use = { action: 'kms:GenerateMac', conditions: { StringEquals: { 'kms:MacAlgorithm': 'HMAC_SHA_256' } } }

export const keyUses: Record<KeyUse, Use> = {
  seal: { action: 'kms:GenerateDataKey', conditions: boundTo('verification') },
  open: { action: 'kms:Decrypt', conditions: boundTo('verification') },
  seal_material: { action: 'kms:GenerateDataKey', conditions: boundTo('material') },
  open_material: { action: 'kms:Decrypt', conditions: boundTo('material') },
  mac: macs,
  index: macs,
  sign: signs,
  attest: { ...signs },
  show_attesting: { action: 'kms:GetPublicKey', conditions: {} },
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

/** The functions that a purpose makes users of a key, by their names. */
export const usersOf = ({ plan }: Site, isUser: (purpose: Purpose) => boolean): string[] =>
  plan.capabilities.flatMap(({ functions }) =>
    functions.filter(({ purpose }) => isUser(purpose)).map(({ name }) => name),
  )

/** One use of a key, under its name, and the functions that may use it so. */
export type NamedUse = Use & { sid: string; users: readonly string[] }

/**
 * Who may do what with a key: by name the functions that use it in each of these ways, and the account's administrators whatever
 * else. Without such a policy every role of the account could be given the use of it.
 */
export const namedKeyPolicy = (scope: Construct, site: Site, uses: readonly NamedUse[]): PolicyDocument => {
  const account = new AccountRootPrincipal()
  const roleOf = (name: string): string =>
    Stack.of(scope).formatArn({ service: 'iam', region: '', resource: `role${rolePath(site.name(name))}*` })
  const using = uses.map(({ sid, action, conditions, users }) => {
    const named = { ArnLike: { 'aws:PrincipalArn': users.map(roleOf) } }
    return new PolicyStatement({
      sid,
      effect: Effect.ALLOW,
      principals: [account],
      actions: [action],
      resources: ['*'],
      conditions: { ...conditions, ...named },
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

/** The same of a key that functions call by itself, in each of these ways. */
export const keyPolicy = (scope: Construct, site: Site, uses: readonly KeyUse[]): PolicyDocument => {
  const named = uses.map((use) => ({
    ...keyUses[use],
    sid: use,
    users: usersOf(site, ({ keys }) => keys?.includes(use) ?? false),
  }))
  return namedKeyPolicy(scope, site, named)
}
