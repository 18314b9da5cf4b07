export {
  decodeFamilyLink,
  encodeFamilyLink,
  LONGEST_LINKED,
  type DecodedFamilyLink,
  type FamilyLink,
  type FamilyLinkProblem,
} from './family-link';
