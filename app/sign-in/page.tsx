import { SignIn } from "../screens/sign-in/sign-in";

export default function SignInPage() {
  return <SignIn />;
}
