import type { IdentityChecker } from '../verification/check/checker.ts'
import { addressIn, type VendorParts } from './accounts.ts'
import { tencentCloudFrom } from './tencent-cloud/face-id.ts'

/** The identity vendor of this deployment. It lives as long as its secret is kept. */
export const identityChecker = (parts: VendorParts): (() => Promise<IdentityChecker>) =>
  parts.secret('SECRET_TENCENT_CLOUD', tencentCloudFrom({ ...parts, url: addressIn(parts, 'TENCENT_FACEID_URL') }))
