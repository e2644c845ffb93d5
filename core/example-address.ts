/** Addresses that lead nowhere by agreement (RFC 2606 and 6761): whoever scans one from the TV stands before a dead page. */
import type { Explainer } from './explainer.ts'

const example =
  /^https:\/\/(?:[^/?#@]*@)?(?:[^/?#@:]+\.)?(?:example\.(?:com|net|org)|example|test|invalid|localhost)\.?(?:[:/?#]|$)/i

export const isExampleAddress = (url: string): boolean => example.test(url.trim())

/** Whether a film shows one of them. */
export const leadsToExample = ({ scenes }: Pick<Explainer, 'scenes'>): boolean =>
  scenes.some(({ scene }) => scene.kind === 'code' && isExampleAddress(scene.url))
