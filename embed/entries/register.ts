import '../install.js';
import '../../components/register/register.define.js';
