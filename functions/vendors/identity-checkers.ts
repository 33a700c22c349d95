import type { IdentityChecker } from '../verification/check/checker.ts'
import type { VendorParts } from './accounts.ts'
import { tencentCloudFrom } from './tencent-cloud/face-id.ts'

/** The identity vendor of this deployment. It lives as long as its secret is kept. */
export const identityChecker = ({ secret, env, ...parts }: VendorParts): (() => Promise<IdentityChecker>) =>
  secret('SECRET_TENCENT_CLOUD', tencentCloudFrom({ ...parts, url: env('TENCENT_FACEID_URL') ?? '' }))
