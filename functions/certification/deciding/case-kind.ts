/** What cases about the certification of an app are called in addresses. */
export const CERTIFICATION = 'certification'
