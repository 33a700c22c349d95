/** The identity vendor every deployment asks, by the name its calls, its costs and its pauses are kept under. */
export const identityVendor = 'tencent_cloud'
