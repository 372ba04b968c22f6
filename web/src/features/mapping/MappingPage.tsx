export default function MappingPage() {
  return null;
}
