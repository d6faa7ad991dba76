import '../install-default.js';
import '../../components/register/register.define.js';
