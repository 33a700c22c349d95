/** How far orders come, each step only after those before it. */
export const orderStages = ['opened', 'begun', 'paid', 'decided'] as const
export type OrderStage = (typeof orderStages)[number]
