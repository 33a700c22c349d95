import type { Ids } from '../../shared/kernel/ids.ts'
import type { FaceSettings } from '../face/settings.ts'
import type { FaceVendor } from '../face/vendors/vendor.ts'
import { addressIn, openedOnce, type VendorParts } from './accounts.ts'

export type FaceParts = VendorParts & { ids: Ids; face: Pick<FaceSettings['face'], 'tencentRuleId' | 'alibabaSceneId'> }

type Made = FaceParts & { url: string }

/** Where each vendor is, which secret holds this deployment's account there, and what speaks to it, loaded at its first call. */
const vendors = new Map<
  string,
  { address: string; secret: string; load: (of: Made) => Promise<(json: unknown) => FaceVendor> }
>([
  [
    'tencent_cloud',
    {
      address: 'TENCENT_FACEID_URL',
      secret: 'SECRET_TENCENT_CLOUD',
      load: async (of) =>
        (await import('./tencent-cloud/face.ts')).tencentFaceFrom({ ...of, ruleId: of.face.tencentRuleId }),
    },
  ],
  [
    'alibaba_cloud',
    {
      address: 'ALIBABA_CLOUDAUTH_URL',
      secret: 'SECRET_ALIBABA_CLOUD',
      load: async (of) =>
        (await import('./alibaba-cloud/face.ts')).alibabaFaceFrom({ ...of, sceneId: of.face.alibabaSceneId }),
    },
  ],
])

/** A vendor this deployment has no account at: is sent nothing, and whoever lets it be asked has to mend that. */
const withoutAccount = (vendor: string): FaceVendor => ({
  vendor,
  worksIn: 'any',
  begin: async () => ({ kind: 'not_begun', vendorCode: 'vendor_not_configured', notSent: true, needsRepair: true }),
  look: async () => ({ kind: 'unknown', vendorCode: 'vendor_not_configured', needsRepair: true }),
})

/**
 * The vendors of confirmation by face of this deployment, by name. Each is loaded at its first call, and lives as long as its secret is
 * kept.
 */
export const faceVendors = (parts: FaceParts): ((vendor: string) => Promise<FaceVendor>) =>
  openedOnce(async (vendor) => {
    const found = vendors.get(vendor)
    if (!found) throw new Error(`no vendor of faces is called ${vendor}`)
    if (!parts.env(found.secret)) return async () => withoutAccount(vendor)
    const url = addressIn(parts, found.address)
    return parts.secret(found.secret, await found.load({ ...parts, url }))
  })
